/** Services side by side in one process: started in order, watched, ended in reverse. */
@NullMarked
package io.dyadwire.runner.service;

import org.jspecify.annotations.NullMarked;
