/** A deadline or event followed across articles. */
@NullMarked
package io.dyadwire.contract.deadline;

import org.jspecify.annotations.NullMarked;
