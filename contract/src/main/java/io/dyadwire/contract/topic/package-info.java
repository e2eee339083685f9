/** The Kafka topics: name, key, value, headers, partitions and retention in one place. */
@NullMarked
package io.dyadwire.contract.topic;

import org.jspecify.annotations.NullMarked;
