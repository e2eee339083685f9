/** What is remembered about a feed between two polls. */
@NullMarked
package io.dyadwire.contract.feed;

import org.jspecify.annotations.NullMarked;
