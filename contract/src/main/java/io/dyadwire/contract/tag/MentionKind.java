package io.dyadwire.contract.tag;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** By what kind of name a country is called. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum MentionKind {
    /** Japan. */
    NAME,
    /** Republic of Korea. */
    OFFICIAL,
    /** The Japanese. */
    DEMONYM,
    /** Japanese exports. */
    ADJECTIVE,
    /** Soviet Union. */
    HISTORIC,
    /** Okinawa, Crimea. */
    TERRITORY,
    /** Tokyo, for its government. */
    CAPITAL,
    /** The Kremlin, the Blue House. */
    SEAT,
    /** A head of state or government, or a minister. */
    LEADER,
    /** Any other place within it. */
    PLACE
}
