import t from 'tap'
import { parse, parseAllDocuments } from 'yaml'
import { files, read } from '../support/sources.ts'

// docs/operating says how it is placed on machines. What stands there is what the image is made for.

interface Container {
  image: string
  env?: { name: string; value: string }[]
  ports: { containerPort: number }[]
  command?: string[]
  securityContext: object
  resources: { requests: { memory: string }; limits: { memory: string } }
  volumeMounts: { name: string; mountPath: string; readOnly?: boolean }[]
  readinessProbe: { httpGet: { path: string; port: string } }
}
interface Kept {
  kind: string
  metadata: { name: string }
  spec: {
    replicas?: number
    volumeClaimTemplates?: { metadata: { name: string }; spec: { accessModes: string[] } }[]
    selector?: { matchLabels?: Record<string, string>; app?: string }
    accessModes?: string[]
    template?: {
      metadata: { labels: Record<string, string> }
      spec: {
        securityContext: { runAsUser: number; runAsNonRoot: boolean }
        containers: Container[]
        volumes: { name: string; persistentVolumeClaim?: { claimName: string } }[]
      }
    }
  }
}
interface Service {
  image: string
  user: string
  read_only: boolean
  cap_drop: string[]
  environment: Record<string, string>
  volumes: string[]
  ports: string[]
  command?: string[]
}

const dockerfile = read('Dockerfile')
const said = (pattern: RegExp): string => pattern.exec(dockerfile)![1]!
const IMAGE = {
  port: said(/^EXPOSE (\d+)$/m),
  user: said(/^USER (\w+)\nENV/m),
  volume: said(/^VOLUME (\S+)$/m),
  folders: said(/^RUN mkdir ((?:\/\w+ )+)&&/m)
    .trim()
    .split(' '),
}
/** The settings that config.ts reads. */
const SETTINGS = new Set(
  [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): z$|^ {2}([A-Z][A-Z_]+): z\./gm)].map(
    (match) => match[1] ?? match[2]!,
  ),
)

const kept = files('docs/operating/kubernetes/*.yaml').flatMap((file) =>
  parseAllDocuments(read(file)).map((each) => {
    t.same(each.errors, [], file)
    return each.toJS() as Kept
  }),
)
const workloads = kept.filter(({ spec }) => spec.template)
const claims = new Map(
  kept
    .filter(({ kind }) => kind === 'PersistentVolumeClaim')
    .map(({ metadata, spec }) => [metadata.name, spec.accessModes!]),
)
const { services, volumes } = parse(read('docs/operating/compose.yaml')) as {
  services: Record<string, Service>
  volumes: Record<string, null>
}

t.test('R22: one pod writes, and its disk is no other pod’s', async (t) => {
  const writers = workloads.filter(({ kind }) => kind === 'StatefulSet')
  t.equal(writers.length, 1)
  const { replicas, volumeClaimTemplates, template } = writers[0]!.spec
  t.equal(replicas, 1)
  const [record] = volumeClaimTemplates!
  t.same(record!.spec.accessModes, ['ReadWriteOncePod'])
  const { env, volumeMounts } = template!.spec.containers[0]!
  const at = volumeMounts.find(({ name }) => name === record!.metadata.name)!.mountPath
  t.equal(at, IMAGE.volume)
  t.ok(env!.find(({ name }) => name === 'DATA_DIR')!.value.startsWith(`${at}/`))
})

t.test('pods run as the user of the image, who can write nowhere but on its disks', async (t) => {
  for (const { metadata, spec } of workloads) {
    const { securityContext, containers, volumes: disks } = spec.template!.spec
    t.match(securityContext, { runAsNonRoot: true, runAsUser: 1000 }, metadata.name)
    t.same(spec.selector!.matchLabels, spec.template!.metadata.labels)
    for (const each of containers) {
      t.match(each.securityContext, {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      })
      t.equal(String(each.ports[0]!.containerPort), IMAGE.port)
      t.same(each.readinessProbe.httpGet, { path: '/healthz', port: 'http' })
      t.ok(parseInt(each.resources.limits.memory) >= 2 * parseInt(each.resources.requests.memory))
      t.same(unknown(each.env!.map(({ name }) => name)), [])
      t.same(
        each.volumeMounts
          .map(({ mountPath }) => mountPath)
          .filter((path) => path !== '/tmp' && !IMAGE.folders.includes(path)),
        [],
        'every disk has its place in the image',
      )
    }
    for (const { persistentVolumeClaim: claim } of disks)
      if (claim) t.ok(claims.has(claim.claimName), claim.claimName)
  }
})

t.test('R10: readers have no disk but that of the board, and cannot write on it', async (t) => {
  const { containers } = workloads.find(({ kind }) => kind === 'Deployment')!.spec.template!.spec
  t.same(
    containers[0]!.volumeMounts.filter(({ name }) => name !== 'tmp'),
    [{ name: 'board', mountPath: '/board', readOnly: true }],
  )
  t.same(services.readers!.volumes, ['board:/board:ro'])
  t.same(claims.get('round-table-board'), ['ReadWriteMany'])
})

t.test('what Docker Compose starts is the same image, run the same way', async (t) => {
  for (const [name, service] of Object.entries(services)) {
    t.match(service, { image: 'round-table', user: IMAGE.user, read_only: true }, name)
    t.same(service.cap_drop, ['ALL'])
    t.same(unknown(Object.keys(service.environment)), [])
    for (const port of service.ports)
      t.match(port, new RegExp(`^127\\.0\\.0\\.1:.*:${IMAGE.port}$`))
    for (const [disk, at] of service.volumes.map((each) => each.split(':'))) {
      t.ok(disk! in volumes, disk!)
      t.ok(IMAGE.folders.includes(at!), at!)
    }
  }
  t.ok(services.record!.volumes.includes(`record:${IMAGE.volume}`))
})

const unknown = (names: string[]): string[] => names.filter((name) => !SETTINGS.has(name))
