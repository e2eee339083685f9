/** A hundred thousand stored queries: our index beside Lucene Monitor, in turns on the same articles and queries. */
@NullMarked
package io.dyadwire.bench.match;

import org.jspecify.annotations.NullMarked;
