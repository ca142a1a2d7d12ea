using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using DanVan.Chassis.Http;
using DanVan.Petitions.Identities;

namespace DanVan.Petitions.Open311;

/// <summary>The form of GeoReport v2, POST Service Request, as the document shows it.</summary>
/// <param name="Residence">Where the sender lives; see the service definition.</param>
public sealed record RequestForm(
    [property: JsonPropertyName("api_key")] string? ApiKey,
    [property: JsonPropertyName("jurisdiction_id")] string JurisdictionId,
    [property: JsonPropertyName("service_code")] string ServiceCode,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("lat")] double? Latitude,
    [property: JsonPropertyName("long")] double? Longitude,
    [property: JsonPropertyName("address_string")] string? AddressString,
    [property: JsonPropertyName("address_id")] string? AddressId,
    [property: JsonPropertyName("first_name")] string? FirstName,
    [property: JsonPropertyName("last_name")] string? LastName,
    [property: JsonPropertyName("phone")] string? Phone,
    [property: JsonPropertyName("email")] string? Email,
    [property: JsonPropertyName("media_url")] string? MediaUrl,
    [property: JsonPropertyName("device_id")] string? DeviceId,
    [property: JsonPropertyName("account_id")] string? AccountId,
    [property: JsonPropertyName("attribute[NOI_CU_TRU]")] string? Residence
)
{
    /// <summary>Says nothing: a record prints its members, and what prints ends in a log.</summary>
    public override string ToString() => nameof(RequestForm);
}

/// <summary>Reads that form. An empty field is one that was not sent; what GeoReport does not know is let pass, as it wants.</summary>
sealed partial class RequestReader(IFormCollection form)
{
    readonly List<ErrorView> errors = [];

    public IReadOnlyList<ErrorView> Errors => errors;

    /// <summary>Text of a field, or none.</summary>
    public string? Text(string name, int longest = 300)
    {
        if (form[name] is not { Count: > 0 } values)
            return null;
        if (values is not [{ } text] || text.Length > longest || !CleanText.TryClean(text, out var clean))
        {
            errors.Add(GeoError.NoText(name, longest));
            return null;
        }
        return string.IsNullOrWhiteSpace(clean) ? null : clean.Trim();
    }

    /// <summary>What the sender reports.</summary>
    public string? Description()
    {
        var description = Text("description", 4000);
        if (description is null && errors.Count == 0)
            errors.Add(GeoError.NoDescription);
        return description;
    }

    /// <summary>Whatever of the form can tell who sends it, for the vault; none when it holds nothing of the kind.</summary>
    public Petitioner? Sender()
    {
        var name = $"{Text("last_name", 100)} {Text("first_name", 100)}".Trim();
        var (phone, email) = (Text("phone", 20), Text("email", 254));
        if (phone is not null && !PhoneNumber().IsMatch(phone))
            errors.Add(GeoError.Malformed("phone"));
        if (email is not null && !MailAddress().IsMatch(email))
            errors.Add(GeoError.Malformed("email"));
        if (form.Keys.Any(key => key.StartsWith("attribute[", StringComparison.Ordinal) && key != $"attribute[{Catalogue.Residence}]"))
            errors.Add(GeoError.UnknownAttribute);
        var residence = Text($"attribute[{Catalogue.Residence}]", 500);
        var details = Details();
        return name.Length == 0 && phone is null && email is null && residence is null && details is null
            ? null
            : new(PetitionerType.Individual, name, residence ?? "", phone, IdentityNumber: null, email, details);
    }

    // The place, and a picture of it: each can be of somebody's home, so they are sealed with the sender.
    string? Details()
    {
        var (latitude, longitude) = (Degrees("lat", 90), Degrees("long", 180));
        var (address, addressId, picture) = (Text("address_string", 500), Text("address_id", 100), Text("media_url", 500));
        if (latitude is null != longitude is null)
            errors.Add(GeoError.NoPosition);
        var position =
            latitude is { } lat && longitude is { } @long ? string.Create(CultureInfo.InvariantCulture, $"{lat}, {@long}") : null;
        if (position is null && address is null && addressId is null && errors.Count == 0)
            errors.Add(GeoError.NoPlace);
        string?[] lines = [position, address, addressId, picture];
        return string.Join('\n', lines.OfType<string>()) is { Length: > 0 } details ? details : null;
    }

    double? Degrees(string name, double most)
    {
        if (Text(name, 30) is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most)
            return degrees;
        errors.Add(GeoError.NoPosition);
        return null;
    }

    [GeneratedRegex(@"^\+?[0-9][0-9 .-]{5,18}$")]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"^[^@\s]{1,64}@[^@\s]{1,190}$")]
    private static partial Regex MailAddress();
}
