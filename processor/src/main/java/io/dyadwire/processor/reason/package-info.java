/** Why a tag was given, and why words that look like one gave none: told by the code that decides, when somebody asks. */
@NullMarked
package io.dyadwire.processor.reason;

import org.jspecify.annotations.NullMarked;
