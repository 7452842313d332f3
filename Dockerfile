# jianbao alone: docker build -t jianbao . && docker run --rm -v "$PWD:/work" jianbao build
FROM node:20-bookworm-slim AS made
WORKDIR /src
COPY . .
RUN npm ci --ignore-scripts --no-audit --no-fund && npm run build && npm run pack:npm

FROM node:20-bookworm-slim
COPY --from=made /src/output/npm/package /opt/jianbao
RUN cd /opt/jianbao && npm install --omit=dev --no-audit --no-fund --no-package-lock \
  && npm cache clean --force \
  && ln -s /opt/jianbao/dist/cli.cjs /usr/local/bin/jianbao
ENV LANG=zh_CN.UTF-8
USER node
WORKDIR /work
ENTRYPOINT ["jianbao"]
CMD ["--help"]
