namespace DanVan.Cli.Seeding;

/// <summary>The seed content of <c>deploy/seed</c>.</summary>
static class Seeds
{
    /// <summary>
    /// Enters what is missing through the gateway; entering it twice changes nothing, however long ago it was entered first: every document carries
    /// an id of its own.
    /// </summary>
    public static async Task Load(HttpClient gateway, Action<string> say, CancellationToken ct)
    {
        var entry = new SeedEntry(gateway);
        foreach (var file in SeedContent.Read())
        {
            var made = 0;
            foreach (var document in file.Documents)
                made += await entry.Enter(document, ct) ? 1 : 0;
            say($"{file.Name}: {made} entered, {file.Documents.Count - made} known already");
        }
    }

    /// <summary>Asks the gateway for every number that the seeds stand for and prints expected beside found; true when all are equal.</summary>
    public static async Task<bool> Check(HttpClient gateway, CancellationToken ct)
    {
        var questions = new SeedQuestions(new SeedAnswers(gateway, SeedContent.Read())).All;
        var outcomes = new List<SeedOutcome>();
        foreach (var question in questions)
            outcomes.Add(await question.Ask(ct));
        SeedReport.Print(outcomes);
        return outcomes.All(outcome => outcome.IsEqual);
    }
}
