FROM alpine:3.20
# ruleid: secret-docker-environment
ENV SMTP_PASSWORD {{sluice-mixed:10}}5
# ok: secret-docker-environment
ENV SMTP_PASSWORD_FILE /run/secrets/smtp
