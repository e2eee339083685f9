package io.dyadwire.contract.alert;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Why a desk is told. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum AlertType {
    /** An article matches a rule. */
    MATCH,
    /** A deadline was heard of for the first time. */
    ANNOUNCED,
    /** A second publisher says the same. */
    CONFIRMED,
    /** A deadline was given another date. */
    MOVED,
    /** Another publisher gives another date, and does not say that it was moved. */
    CONFLICT,
    /** A deadline comes near. */
    REMINDER,
    /** A deadline was called off. */
    CANCELLED,
    /** A deadline was put off, and no new date is known. */
    POSTPONED,
    /** It was done: decided, signed, held. */
    MET,
    /** The day of a deadline is over, and no outcome was seen. */
    PASSED,
    /** An article that the desk was told of has been corrected. */
    CORRECTION,
    /** An article that the desk was told of has been withdrawn. */
    RETRACTION,
    /** What was put aside for the desk's digest. */
    DIGEST,
    /** A rule fires more often than the desk allows. */
    STORM
}
