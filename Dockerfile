# One image for every service; the command names which: ingest, processor, alerts or up.
# Build the jars first: mvn -DskipTests package (that leaves them in runner/target/dist/lib)
FROM eclipse-temurin:25-jre

RUN useradd --uid 10001 --create-home --home-dir /var/lib/dyadwire dyadwire

COPY --chown=root:root runner/target/dist/lib /opt/dyadwire/lib
COPY --chown=root:root config /etc/dyadwire/config

USER 10001
WORKDIR /var/lib/dyadwire
VOLUME /var/lib/dyadwire
ENV LOG_FORMAT=json \
    MALLOC_ARENA_MAX=2 \
    DYADWIRE_DATA=/var/lib/dyadwire

EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
    CMD curl -fsS http://127.0.0.1:8080/healthz || exit 1

ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseTransparentHugePages", "-Duser.timezone=UTC", \
    "-Djdk.xml.maxElementDepth=100", "-Djdk.xml.elementAttributeLimit=200", "-Djdk.xml.entityExpansionLimit=2500", \
    "--enable-native-access=ALL-UNNAMED", "-Ddyadwire.home=/etc/dyadwire", "-cp", "/opt/dyadwire/lib/*", "io.dyadwire.runner.Dyadwire"]
CMD ["--help"]
