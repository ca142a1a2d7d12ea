namespace DanVan.EndToEnd.Tests.Surface;

/// <summary>The document does not lie: what it shows works, and what comes back is what it says.</summary>
[Collection(Surface.Shared)]
public sealed class ExampleTests(Surface surface)
{
    readonly Subjects subjects = new(surface.Document);

    [Fact]
    public void Every_operation_with_a_body_shows_an_example_of_it() =>
        Surface.None([
            .. surface
                .Document.Operations.Where(x => x.Body is { Examples.Length: 0 } && !Plan.Fetched.ContainsKey(x.Id))
                .Select(x => $"{x}"),
        ]);

    [Fact]
    public void Every_operation_works_as_its_example_shows_and_answers_as_the_document_says() => Surface.None(surface.WrongExamples);

    [Fact]
    public async Task What_there_can_be_one_of_only_is_refused_by_name_the_second_time()
    {
        var wrong = await Surface.Each(
            surface.Document.Shown.Where(x => x.Body is { IsJson: true }),
            async operation =>
            {
                // On one subject each, or with an id of its own each; the rest of both is the same.
                Answer? second = null;
                for (var time = 1; time <= 2; time++)
                {
                    var call = operation.InPath.Any()
                        ? await subjects.Ready(operation, surface.Owner(operation))
                        : subjects.Another(operation, surface.Province, (_, _) => { });
                    second = await call.Send(surface.Province.Clerk);
                }
                return second!.IsSuccess || (second.NoProblem() is null && second.Errors.Any()) || second.Status == 403
                    ? null
                    : $"{operation}: {second.Status} {second.Start}";
            }
        );
        Surface.None(wrong);
    }
}
