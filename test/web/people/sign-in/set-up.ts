export const codeIn = (text: string): string => text.match(/code is (\w+)/)![1]!
