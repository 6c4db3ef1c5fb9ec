# ruleid: docker-from-unpinned
FROM debian
# ruleid: docker-from-unpinned
FROM node:latest AS web
# ok: docker-from-unpinned
FROM debian:12.5-slim
# ok: docker-from-unpinned
FROM scratch
# ok: docker-from-unpinned
FROM builder AS final
# ok: docker-from-unpinned
FROM golang@sha256:{{sluice-hex:64}}
# ruleid: docker-add-remote
ADD https://example.org/tool.tar.gz /opt/
# ruleid: docker-add-remote
ADD --chown=app http://example.org/data.zip /srv/
# ok: docker-add-remote
ADD --checksum=sha256:{{sluice-hex:64}} https://example.org/tool.tar.gz /opt/
# ok: docker-add-remote
ADD tool.tar.gz /opt/
# ruleid: docker-secret-in-layer
ENV DB_PASSWORD=correct-horse
# ruleid: docker-secret-in-layer
ARG NPM_TOKEN=abc
# ok: docker-secret-in-layer
ENV PASSWORD_FILE=/run/secrets/password
# ok: docker-secret-in-layer
ENV TOKEN_LIFETIME 3600
# ok: docker-secret-in-layer
ARG NPM_TOKEN
# ruleid: docker-packages-unverified
RUN apt-get install -y --allow-unauthenticated tool
# ruleid: docker-packages-unverified
RUN apk add --allow-untrusted tool.apk
# ok: docker-packages-unverified
RUN apt-get install -y --no-install-recommends tool
# ok: docker-packages-unverified
RUN apk add tool
# ok: docker-user-root
USER root
RUN true
# ok: docker-user-root
USER app
# ok: docker-user-root
USER 10001
# ruleid: docker-user-root
USER root
RUN true
# ruleid: docker-user-root
USER 0:0
FROM debian:12.5
