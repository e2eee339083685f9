/** Mail, through the operator's own server by SMTP. */
@NullMarked
package io.dyadwire.alerts.channel.mail;

import org.jspecify.annotations.NullMarked;
