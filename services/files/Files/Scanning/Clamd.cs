using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DanVan.Files.Scanning;

/// <summary>
/// Asks clamd by INSTREAM (clamd(8)): the file in pieces, each after its length, and an empty one at the end. StreamMaxLength of clamd must be no shorter than the
/// longest file that is taken.
/// </summary>
sealed class Clamd(IOptions<ScannerOptions> options, ILogger<Clamd> log) : IScanner
{
    const int LongestAnswer = 1024;

    public async Task<FileFault?> Scan(Stream content, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(options.Value.Seconds));
        string answer;
        try
        {
            answer = await Ask(content, patience.Token);
        }
        catch (Exception away)
            when (away is SocketException or IOException || (away is OperationCanceledException && !ct.IsCancellationRequested))
        {
            log.LogWarning("clamd does not answer: {Reason}", away.Message);
            return FileFault.NotScanned;
        }
        if (answer == "stream: OK")
            return null;
        if (answer.EndsWith(" FOUND", StringComparison.Ordinal))
        {
            log.LogWarning("clamd: {Answer}", answer);
            return FileFault.Infected;
        }
        log.LogError("clamd could not scan: {Answer}", answer);
        return FileFault.NotScanned;
    }

    async Task<string> Ask(Stream content, CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(options.Value.Host!, options.Value.Port, ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var piece = new byte[4 + 64 * 1024];
        try
        {
            int read;
            do
            {
                read = await content.ReadAsync(piece.AsMemory(4), ct);
                BinaryPrimitives.WriteInt32BigEndian(piece, read);
                await stream.WriteAsync(piece.AsMemory(0, 4 + read), ct);
            } while (read > 0);
        }
        catch (IOException)
        {
            // It hangs up on what is too long for it, and says so before.
        }
        var answer = new byte[LongestAnswer];
        var length = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, ct);
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }
}
