using System.Net;
using System.Security.Cryptography;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>The service alone with settings of its own, for a test that stops, kills or starts it otherwise.</summary>
static class LonePetitions
{
    public static async Task<ServiceProcess> Start(IReadOnlyDictionary<string, string>? more = null)
    {
        var settings = new Dictionary<string, string>(more ?? new Dictionary<string, string>());
        settings.TryAdd("Vault__Key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        var service = await ServiceProcess.Start("petitions", settings);
        await service.Database.Record(ReplicaUnits.Unit(PetitionsRunning.Country, null, "CENTRAL", "CENTRAL", "Trung ương"));
        return service;
    }

    public static HttpClient Centre(this ServiceProcess service) =>
        service.As(PetitionsRunning.Country, "petitions.read", "petitions.write", "petitions.decide", "petitions.identity");

    /// <summary>The address of a petition that was received, as soon as the service knows the unit.</summary>
    public static async Task<string> Petition(this ServiceProcess service, string kind = "KHIEU_NAI")
    {
        using var centre = service.Centre();
        var paper = Paper(kind, PetitionsRunning.Country);
        HttpResponseMessage? received = null;
        await Eventually.True(
            "the unit to be known",
            async () => (received = await centre.Post(Book, paper.DeepClone())).StatusCode == HttpStatusCode.Created
        );
        return $"{Book}/{(await received!.Read(HttpStatusCode.Created)).Text("id")}";
    }
}
