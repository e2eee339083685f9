package io.dyadwire.runner.broker;

/** The broker cannot start or end as asked; the message says what, where and what to do, for a person. */
public final class BrokerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokerException(String message) {
        super(message);
    }

    public BrokerException(String message, Throwable cause) {
        super(message, cause);
    }
}
