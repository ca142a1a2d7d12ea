using System.Text.Json.Serialization;

namespace DanVan.Petitions.Open311;

/// <summary>Where the interface stands, and in which formats. Open311 Service Discovery.</summary>
public sealed record DiscoveryView(
    [property: JsonPropertyName("changeset")] string Changeset,
    [property: JsonPropertyName("contact")] string Contact,
    [property: JsonPropertyName("key_service")] string KeyService,
    [property: JsonPropertyName("endpoints")] IReadOnlyList<EndpointView> Endpoints
);

/// <summary>One version of the interface.</summary>
public sealed record EndpointView(
    [property: JsonPropertyName("specification")] string Specification,
    [property: JsonPropertyName("url")] string Url,
    [property: JsonPropertyName("changeset")] string Changeset,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("formats")] IReadOnlyList<string> Formats
);

/// <summary>What may be reported. GeoReport v2, GET Service List.</summary>
public sealed record ServiceView(
    [property: JsonPropertyName("service_code")] string ServiceCode,
    [property: JsonPropertyName("service_name")] string ServiceName,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("metadata")] bool Metadata,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("keywords")] string Keywords,
    [property: JsonPropertyName("group")] string Group
);

/// <summary>What a service asks for beside. GeoReport v2, GET Service Definition.</summary>
public sealed record DefinitionView(
    [property: JsonPropertyName("service_code")] string ServiceCode,
    [property: JsonPropertyName("attributes")] IReadOnlyList<AttributeView> Attributes
);

/// <summary>One question of a service definition.</summary>
public sealed record AttributeView(
    [property: JsonPropertyName("variable")] bool Variable,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("datatype")] string Datatype,
    [property: JsonPropertyName("required")] bool Required,
    [property: JsonPropertyName("datatype_description")] string? DatatypeDescription,
    [property: JsonPropertyName("order")] int Order,
    [property: JsonPropertyName("description")] string Description
);

/// <summary>What was entered. GeoReport v2, POST Service Request.</summary>
/// <param name="ServiceNotice">The code and PIN by which the sender follows it, in plain words: shown here only.</param>
/// <param name="AccountId">Always none: nobody has an account.</param>
public sealed record EnteredView(
    [property: JsonPropertyName("service_request_id")] string ServiceRequestId,
    [property: JsonPropertyName("service_notice")] string ServiceNotice,
    [property: JsonPropertyName("account_id")] string? AccountId
)
{
    /// <summary>Says nothing: a record prints its members, and what prints ends in a log.</summary>
    public override string ToString() => nameof(EnteredView);
}

/// <summary>A request that was named by a token. GeoReport v2, GET service_request_id from a token.</summary>
public sealed record TokenView(
    [property: JsonPropertyName("service_request_id")] string ServiceRequestId,
    [property: JsonPropertyName("token")] string Token
);

/// <summary>A request as everybody sees it. GeoReport v2, GET Service Requests.</summary>
/// <param name="Description">What its unit has made public of it; none before. What the sender wrote is never shown.</param>
/// <param name="Address">Never given, nor are position and picture: a place can tell who wrote.</param>
public sealed record RequestView(
    [property: JsonPropertyName("service_request_id")] string ServiceRequestId,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("status_notes")] string? StatusNotes,
    [property: JsonPropertyName("service_name")] string ServiceName,
    [property: JsonPropertyName("service_code")] string ServiceCode,
    [property: JsonPropertyName("description")] string? Description,
    [property: JsonPropertyName("agency_responsible")] string? AgencyResponsible,
    [property: JsonPropertyName("service_notice")] string? ServiceNotice,
    [property: JsonPropertyName("requested_datetime")] string RequestedDatetime,
    [property: JsonPropertyName("updated_datetime")] string UpdatedDatetime,
    [property: JsonPropertyName("expected_datetime")] string? ExpectedDatetime,
    [property: JsonPropertyName("address")] string? Address,
    [property: JsonPropertyName("address_id")] string? AddressId,
    [property: JsonPropertyName("zipcode")] string? Zipcode,
    [property: JsonPropertyName("lat")] double? Latitude,
    [property: JsonPropertyName("long")] double? Longitude,
    [property: JsonPropertyName("media_url")] string? MediaUrl
);

/// <summary>Why not. GeoReport v2, Errors.</summary>
public sealed record ErrorView(
    [property: JsonPropertyName("code")] int Code,
    [property: JsonPropertyName("description")] string Description
);
