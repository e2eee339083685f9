/** Lines of JSON, in a file or on standard output. */
@NullMarked
package io.dyadwire.alerts.channel.file;

import org.jspecify.annotations.NullMarked;
