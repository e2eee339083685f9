/** What people at a desk do with their alerts, and ask about them. */
@NullMarked
package io.dyadwire.runner.desk;

import org.jspecify.annotations.NullMarked;
