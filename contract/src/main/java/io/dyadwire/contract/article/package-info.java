/** An article as it was read from a feed, before anything was found out about it. */
@NullMarked
package io.dyadwire.contract.article;

import org.jspecify.annotations.NullMarked;
