# ruleid: docker-removed-user
USER app
# ruleid: docker-removed-user
USER 10001:10001
# ok: docker-removed-user
USER root
# ok: docker-removed-user
RUN useradd app
