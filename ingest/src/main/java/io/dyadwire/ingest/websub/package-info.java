/**
 * Hubs that tell when a feed has news (W3C WebSub): we subscribe, and take what they send for no more than "poll now".
 * What they push is neither read nor trusted.
 */
@NullMarked
package io.dyadwire.ingest.websub;

import org.jspecify.annotations.NullMarked;
