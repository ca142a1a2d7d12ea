using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Directory.Client;

namespace DanVan.Reporting.Tests;

/// <summary>What the service says of itself is true.</summary>
public sealed class DocumentSlices(ReportingRunning running)
{
    [Fact]
    public async Task Every_operation_is_described_and_an_example_works_as_it_stands()
    {
        await using var province = await Province.Founded(running);
        var document = await running.Reporting.Http.GetFromJsonAsync<JsonElement>("openapi.json");
        var paths = document.GetProperty("paths");
        var example = paths.GetProperty("/api/v1/reports").GetProperty("post").GetProperty("requestBody").GetProperty("content");
        var body = example
            .GetProperty("application/json")
            .GetProperty("example")
            .GetRawText()
            .Replace(RootUnit.Id.ToString(), province.Id.ToString(), StringComparison.Ordinal);

        using var opened = await province.Clerk.PostAsJsonAsync("api/v1/reports", JsonDocument.Parse(body));

        Assert.True(opened.IsSuccessStatusCode, await opened.Content.ReadAsStringAsync());
        Assert.All(
            paths
                .EnumerateObject()
                .SelectMany(path => path.Value.EnumerateObject())
                .Where(operation => operation.Value.ValueKind is JsonValueKind.Object),
            operation =>
                Assert.True(operation.Value.TryGetProperty("summary", out var summary) && summary.GetString()!.Length > 0, operation.Name)
        );
    }

    [Fact]
    public async Task Forms_and_periods_are_there_to_be_read()
    {
        using var reader = running.Reporting.As(RootUnit.Id, "reporting.read");

        var forms = await reader.GetFromJsonAsync<JsonElement>("api/v1/forms");
        var periods = await reader.GetFromJsonAsync<JsonElement>("api/v1/periods?year=2026&regime=TTCP_06_2025");

        Assert.Contains(forms.EnumerateArray(), form => form.GetProperty("code").GetString() == "DANVAN");
        Assert.Equal(7, periods.GetArrayLength());
        Assert.All(
            periods.EnumerateArray(),
            period =>
                Assert.Contains("06/2025/TT-TTCP", period.GetProperty("article").GetProperty("vi").GetString(), StringComparison.Ordinal)
        );
    }
}
