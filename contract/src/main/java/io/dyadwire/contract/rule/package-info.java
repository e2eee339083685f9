/** What a desk asks for. */
@NullMarked
package io.dyadwire.contract.rule;

import org.jspecify.annotations.NullMarked;
