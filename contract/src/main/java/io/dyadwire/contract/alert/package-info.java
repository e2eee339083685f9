/** What a desk is told, and whether it arrived. */
@NullMarked
package io.dyadwire.contract.alert;

import org.jspecify.annotations.NullMarked;
