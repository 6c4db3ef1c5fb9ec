FROM debian:12.5
# ruleid: docker-secret-copied
COPY .env /app/
# ruleid: docker-secret-copied
COPY --chown=app config/server.key /etc/app/
# ok: docker-secret-copied
COPY .env.example /app/
# ok: docker-secret-copied
COPY src/keys.c /app/
# ruleid: docker-secret-in-command
RUN git clone https://bot:s3same0pen@git.example/app.git
# ruleid: docker-secret-in-command
RUN DB_PASSWORD=s3same0pen ./migrate
# ok: docker-secret-in-command
RUN --mount=type=secret,id=token git clone https://git.example/app.git
# ok: docker-secret-in-command
RUN DB_PASSWORD=$DB_PASSWORD ./migrate
# ruleid: docker-download-unchecked
RUN curl -fsSLO https://example.com/tool-1.2.tar.gz
RUN echo 1
RUN echo 2
RUN echo 3
RUN echo 4
RUN echo 5
RUN echo 6
RUN echo 7
RUN echo 8
# ruleid: docker-download-unchecked
RUN wget https://example.com/releases/download/v1/tool
RUN echo 1
RUN echo 2
RUN echo 3
RUN echo 4
RUN echo 5
RUN echo 6
RUN echo 7
RUN echo 8
# ok: docker-download-unchecked
RUN curl -fsSLO https://example.com/tool-1.2.tar.gz && echo "0 tool-1.2.tar.gz" | sha256sum -c
# ok: docker-download-unchecked
RUN curl -f https://example.com/health
# ruleid: docker-add-over-http
RUN curl -O http://files.example/tool
# ruleid: docker-add-over-http
ADD http://files.example/tool /usr/bin/
# ok: docker-add-over-http
RUN curl -f http://localhost:8080/health
# ok: docker-add-over-http
RUN curl -O https://files.example/tool
# ruleid: docker-shell-or-admin-port
EXPOSE 80 22
# ruleid: docker-shell-or-admin-port
RUN apt-get install -y openssh-server
# ok: docker-shell-or-admin-port
EXPOSE 80 2222
# ok: docker-shell-or-admin-port
RUN apt-get install -y openssh-client
# ruleid: docker-password-set
RUN echo 'root:toor' | chpasswd
# ruleid: docker-password-set
RUN useradd -p secret app
# ok: docker-password-set
RUN useradd -r app
# ok: docker-password-set
RUN useradd -p '!' app
# ruleid: docker-sudo-installed
RUN apt-get install -y curl sudo
# ruleid: docker-sudo-installed
RUN sudo make install
# ok: docker-sudo-installed
RUN apt-get install -y curl
# ok: docker-sudo-installed
RUN make install
# ruleid: docker-insecure-build
RUN --security=insecure make test
# ruleid: docker-insecure-build
ENV NODE_TLS_REJECT_UNAUTHORIZED=0
# ok: docker-insecure-build
RUN --network=none make test
# ok: docker-insecure-build
ENV NODE_ENV=production
# ruleid: docker-package-unpinned
RUN npm install -g yarn
# ruleid: docker-package-unpinned
RUN pip install --no-cache-dir flask
# ok: docker-package-unpinned
RUN npm install -g yarn@1.22.22
# ok: docker-package-unpinned
RUN pip install --no-cache-dir -r requirements.txt
# ok: docker-package-unpinned
RUN pip install flask==3.0.3
# ruleid: docker-no-user
CMD ["app"]
USER app
# ok: docker-no-user
ENTRYPOINT ["app"]
# ruleid: docker-secret-as-argument
ARG ACCESS_TOKEN
# ruleid: docker-secret-as-argument
ARG NPM_TOKEN
# ok: docker-secret-as-argument
ARG VERSION
# ok: docker-secret-as-argument
ARG SECRET_NAME
# ruleid: docker-copied-for-everybody
COPY --chmod=777 run.sh /app/
# ok: docker-copied-for-everybody
COPY --chmod=755 run.sh /app/
# ruleid: docker-socket-mounted
VOLUME /var/run/docker.sock
# ruleid: docker-socket-mounted
ENV DOCKER_HOST=tcp://build:2375
# ok: docker-socket-mounted
VOLUME /var/lib/app
# ruleid: docker-tls-weak
RUN curl --tlsv1.0 -O https://example.com/a
# ruleid: docker-tls-weak
RUN wget --secure-protocol=TLSv1 https://example.com/a
# ok: docker-tls-weak
RUN curl --tlsv1.2 -O https://example.com/a
# ruleid: docker-checked-by-weak-hash
RUN echo "0 a" | sha1sum -c -
# ruleid: docker-checked-by-weak-hash
RUN md5sum --check sums.txt
# ok: docker-checked-by-weak-hash
RUN echo "0 a" | sha256sum -c -
# ruleid: docker-scripts-of-packages-run
RUN npm ci --omit=dev
# ok: docker-scripts-of-packages-run
RUN npm ci --ignore-scripts
# ok: docker-scripts-of-packages-run
RUN npm run build
