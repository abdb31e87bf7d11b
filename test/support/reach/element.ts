// What a browser can say of a page as it stands. Each of these is sent into the page by itself, so
// it uses nothing from outside it.
export type Element = any
