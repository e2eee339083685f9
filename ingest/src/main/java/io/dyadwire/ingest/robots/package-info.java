/**
 * What a site asks of programs that fetch its pages (RFC 9309).
 * Front door: {@code RobotsTxt}.
 */
@NullMarked
package io.dyadwire.ingest.robots;

import org.jspecify.annotations.NullMarked;
