/**
 * What the services say to each other: events, their JSON, topics and schemas.
 * A consumer of our streams needs this jar and nothing else of ours.
 */
@NullMarked
package io.dyadwire.contract;

import org.jspecify.annotations.NullMarked;
