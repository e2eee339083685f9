/**
 * Every connection that we open: one client with address guard, size caps and deadlines.
 * Feeds, pages, webhooks and mail all go through it.
 */
@NullMarked
package io.dyadwire.outbound;

import org.jspecify.annotations.NullMarked;
