# Stands in for the image of the same name where no image registry answers: Debian's nats-server, which is older.
FROM huiyin-debian:bookworm
RUN apt-get update \
 && apt-get install -y --no-install-recommends nats-server wget \
 && rm -rf /var/lib/apt/lists/*
ENTRYPOINT ["nats-server"]
