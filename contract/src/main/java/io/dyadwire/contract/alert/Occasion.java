package io.dyadwire.contract.alert;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Why a desk is told now. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum Occasion {
    /** Nothing of it was told before. */
    FIRST,
    /** Something of it was told before, and this adds to it. */
    NEW_FACTS,
    /** Nobody acknowledged it, and the desk asked to be told again. */
    REPEAT_DUE,
    /** An article that was told of has been corrected. */
    CORRECTION,
    /** An article that was told of has been withdrawn. */
    RETRACTION,
    /** It is time for the digest. */
    DIGEST,
    /** A rule fires so often that the desk is told of the rest together. */
    STORM
}
