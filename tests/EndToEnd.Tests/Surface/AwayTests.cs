using System.Net.Http.Json;
using DanVan.Support;

namespace DanVan.EndToEnd.Tests.Surface;

/// <summary>A service that is not there is 503 with a time to come back, in the caller's language, from the first request on.</summary>
[Collection(Surface.Shared)]
public sealed class AwayTests(Surface surface)
{
    [Theory]
    [InlineData("petitions", "GET", "api/v1/petitions", "vi", "Tạm thời không phục vụ được")]
    [InlineData("conferences", "POST", "api/v1/documents", "en", "Not available for the moment")]
    public async Task The_first_request_after_a_service_died_is_503(
        string service,
        string method,
        string path,
        string language,
        string says
    )
    {
        using (var warm = await surface.Centre.Clerk.GetAsync(path))
            Assert.True(warm.IsSuccessStatusCode);
        await surface.Platform[service].Kill();
        try
        {
            for (var attempt = 1; attempt <= 5; attempt++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Parse(method), path);
                request.Headers.Add("Accept-Language", language);
                if (method == "POST")
                    request.Content = JsonContent.Create(new { unitId = Place.Root, issuer = "Thử" });
                using var sent = await surface.Centre.Clerk.SendAsync(request);
                var answer = await Answer.Of(sent);

                Assert.Equal((attempt, 503, "application/problem+json"), (attempt, answer.Status, answer.MediaType));
                Assert.Contains(says, answer.Text, StringComparison.Ordinal);
                Assert.Equal("unavailable", (string?)answer.Json!["code"]);
                Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
                Assert.Equal([language], sent.Content.Headers.ContentLanguage);
            }
        }
        finally
        {
            await surface.Platform[service].Restart();
            await Eventually.True(
                $"{service} to be reached again",
                async () =>
                {
                    using var answer = await surface.Centre.Clerk.GetAsync(path);
                    return answer.IsSuccessStatusCode;
                }
            );
        }
    }
}
