FROM node:22.1
# ruleid: lock-file-not-used
RUN npm install
# ruleid: lock-file-not-used
RUN yarn install --no-lockfile
# ok: lock-file-not-used
RUN npm ci
# ok: lock-file-not-used
RUN npm install -g tool@1.2.3
