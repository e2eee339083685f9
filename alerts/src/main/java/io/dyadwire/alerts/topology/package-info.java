/**
 * The Streams topology that turns tagged articles and deadlines into alerts:
 * {@link io.dyadwire.alerts.topology.AlertingTopology}, and the pure decisions behind it.
 */
@NullMarked
package io.dyadwire.alerts.topology;

import org.jspecify.annotations.NullMarked;
