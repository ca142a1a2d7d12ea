using System.Text.Json;
using System.Text.Json.Serialization;
using DanVan.Bench;
using DanVan.Bench.Areas;
using DanVan.Bench.Peers;

// A peer of a measurement runs in a process of its own: `bench serve <peer> …`.
if (args is ["serve", var peer, .. var rest])
    return await Peer.Serve(peer, rest);

var areas = new Dictionary<string, Func<Effort, Task<Figure[]>>>
{
    // First: what the others leave in the servers would be started with.
    ["start"] = StartArea.Measure,
    ["gateway"] = GatewayArea.Measure,
    ["intake"] = IntakeArea.Measure,
    ["relay"] = RelayArea.Measure,
    ["reaction"] = ReactionArea.Measure,
    ["latency"] = LatencyArea.Measure,
    ["feed"] = FeedArea.Measure,
    ["directory"] = DirectoryArea.Measure,
    ["units"] = DirectoryUnitsArea.Measure,
    ["petitions"] = PetitionsArea.Measure,
    ["recount"] = PetitionsArea.MeasureRecount,
    ["receipts"] = ReceiptArea.Measure,
    ["reporting"] = ReportingArea.Measure,
};
var json = args.Contains("--json");
var effort = args.Contains("--quick") ? Effort.Quick : Effort.Full;
var named = args.Where(word => !word.StartsWith('-')).ToArray();
string[] chosen = named.Length > 0 ? named : [.. areas.Keys];
if (chosen.FirstOrDefault(area => !areas.ContainsKey(area)) is { } unknown)
{
    Console.Error.WriteLine($"There is no area '{unknown}'. One of: {string.Join(", ", areas.Keys)}.");
    return 2;
}

var figures = new List<Figure>();
foreach (var area in chosen)
{
    if (!json)
        Console.WriteLine($"{area} …");
    foreach (var figure in await areas[area](effort))
    {
        figures.Add(figure);
        if (!json)
            Console.WriteLine(figure);
    }
}
if (json)
{
    // A figure without a baseline has no ratio: "NaN".
    var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };
    Console.WriteLine(JsonSerializer.Serialize(figures, options));
}
var missed = figures.Where(figure => !figure.Reached).ToArray();
foreach (var figure in missed)
    Console.Error.WriteLine($"Falls short: {figure.Name}");
return missed.Length == 0 ? 0 : 1;
