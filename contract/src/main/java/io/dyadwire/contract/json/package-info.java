/** How events become JSON and back. */
@NullMarked
package io.dyadwire.contract.json;

import org.jspecify.annotations.NullMarked;
