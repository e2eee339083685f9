/** Tagged articles as IPTC ninjs 3.1, for systems that read news in that form. */
@NullMarked
package io.dyadwire.runner.ninjs;

import org.jspecify.annotations.NullMarked;
