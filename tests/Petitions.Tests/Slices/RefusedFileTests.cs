using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using DanVan.Support.Files;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>A file that is not taken changes nothing and leaves no byte behind.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class RefusedFileTests(PetitionsRunning running)
{
    const int Megabyte = 1024 * 1024;
    readonly HttpClient clerk = running.Clerk;

    public static TheoryData<string, int, byte[]> Wrong =>
        new()
        {
            { "file-empty", 400, [] },
            { "file-type", 415, [.. "MZ"u8, .. new byte[1000]] },
            { "file-type", 415, new byte[1000] },
            { "file-broken", 400, Samples.Jpeg()[..40] },
            { "file-active", 400, Samples.Docx("a", ("word/vbaProject.bin", [1])) },
            { "file-active", 400, Samples.Pdf("/OpenAction << /S /JavaScript /JS (1) >>") },
            { "file-unpacks-too-far", 400, Samples.Docx("a", ("word/bomb.xml", new byte[300 * Megabyte])) },
            { "file-not-utf8", 415, [.. "Kh"u8, 0xE9, .. "u"u8] },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task It_is_refused_by_name_and_nothing_is_kept(string code, int status, byte[] file)
    {
        var path = $"{Book}/{await clerk.Received()}";
        var before = Files();

        // By what it calls itself it would be a PDF.
        var answer = await clerk.Upload($"{path}/attachments", file, "application/pdf");

        Assert.Equal($"petitions.{code}", await answer.Refusal((HttpStatusCode)status));
        await NothingChanged(path, before);
    }

    [Fact]
    public async Task A_file_longer_than_its_type_may_be_is_413()
    {
        var path = $"{Book}/{await clerk.Received()}";
        var before = Files();
        var text = new byte[6 * Megabyte];
        Array.Fill(text, (byte)'a');

        var answer = await clerk.Upload($"{path}/attachments", text);

        Assert.Equal("petitions.file-too-long", await answer.Refusal(HttpStatusCode.RequestEntityTooLarge));
        await NothingChanged(path, before);
    }

    [Fact]
    public async Task Each_type_has_a_length_of_its_own_and_of_none_nothing_is_taken()
    {
        await using var service = await LonePetitions.Start(
            new Dictionary<string, string> { ["Attachments__Longest__Docx"] = "1000", ["Attachments__Longest__Text"] = "0" }
        );
        using var centre = service.Centre();
        var path = $"{await service.Petition()}/attachments";

        // By its beginning it could be a spreadsheet, which may be longer.
        var document = await centre.Upload(path, Samples.Docx("a", ("word/long.xml", RandomNumberGenerator.GetBytes(1000))));
        Assert.Equal("petitions.file-too-long", await document.Refusal(HttpStatusCode.RequestEntityTooLarge));
        var text = await centre.Upload(path, Samples.Text());
        Assert.Equal("petitions.file-type", await text.Refusal(HttpStatusCode.UnsupportedMediaType));
        Assert.Empty((await centre.Get(path)).AsArray());
    }

    [Fact]
    public async Task Two_gigabytes_told_before_are_refused_at_once()
    {
        var path = $"{Book}/{await clerk.Received()}";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/attachments")
        {
            Content = new StreamContent(new Endless(2048L * Megabyte)) { Headers = { ContentLength = 2048L * Megabyte } },
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("video/mp4");
        request.Headers.ExpectContinue = true;

        Assert.Equal("body-too-large", await (await clerk.SendAsync(request)).Refusal(HttpStatusCode.RequestEntityTooLarge));
    }

    [Fact]
    public async Task Two_gigabytes_without_a_length_are_refused_on_the_way_and_memory_stays_flat()
    {
        var path = $"{Book}/{await clerk.Received()}";
        var before = Files();
        await clerk.Attached(path, Samples.Text());
        var peak = PeakMemory();
        var endless = new Endless(2048L * Megabyte);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/attachments") { Content = new StreamContent(endless) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("video/mp4");
        request.Headers.TransferEncodingChunked = true;

        HttpStatusCode? status = null;
        try
        {
            status = (await clerk.SendAsync(request)).StatusCode;
        }
        catch (HttpRequestException)
        {
            // Who goes on sending may miss the answer.
        }

        Assert.True(status is null or HttpStatusCode.RequestEntityTooLarge, $"{status}");
        Assert.True(endless.Taken < 256L * Megabyte, $"{endless.Taken} bytes were taken.");
        Assert.True(PeakMemory() - peak < 64L * Megabyte, $"{(PeakMemory() - peak) / Megabyte} MB more.");
        Assert.Equal(before + 1, Files());
    }

    [Fact]
    public async Task A_film_of_ninety_megabytes_is_taken_and_read_and_memory_stays_flat()
    {
        var path = $"{Book}/{await clerk.Received()}";
        await clerk.Attached(path, Samples.Text());
        var film = Film(90 * Megabyte);
        var peak = PeakMemory();

        var added = await clerk.Attached(path, film);

        Assert.Equal(film.Length, added["original"]!["length"]!.GetValue<int>());
        Assert.Equal(film, await (await clerk.OpenOriginal(path, 2)).Bytes());
        Assert.True(PeakMemory() - peak < 64L * Megabyte, $"{(PeakMemory() - peak) / Megabyte} MB more.");
    }

    static byte[] Film(int length)
    {
        byte[] head = [.. Samples.Mp4()[..16], 0, 0, 0, 8, .. "moov"u8, .. BitConverter.GetBytes(length).Reverse(), .. "mdat"u8];
        return [.. head, .. new byte[length - 8]];
    }

    async Task NothingChanged(string path, int files)
    {
        Assert.Empty((await clerk.Get($"{path}/attachments")).AsArray());
        Assert.Equal(1, (await clerk.Get(path))["version"]!.GetValue<int>());
        Assert.Equal(files, Files());
    }

    int Files() =>
        System.IO.Directory.Exists(running.Service.BlobsFolder)
            ? System.IO.Directory.EnumerateFiles(running.Service.BlobsFolder, "*", SearchOption.AllDirectories).Count()
            : 0;

    long PeakMemory() =>
        1024
        * long.Parse(
            File.ReadLines($"/proc/{running.Service.Current!.Pid}/status")
                .First(line => line.StartsWith("VmHWM", StringComparison.Ordinal))
                .Split(':')[1]
                .Replace("kB", "", StringComparison.Ordinal),
            System.Globalization.CultureInfo.InvariantCulture
        );

    /// <summary>A film that goes on and on.</summary>
    sealed class Endless(long length) : Stream
    {
        static readonly byte[] Head = Samples.Mp4()[..16];

        public long Taken { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Taken);
            Array.Clear(buffer, offset, read);
            for (var at = 0; at < read && Taken + at < Head.Length; at++)
                buffer[offset + at] = Head[Taken + at];
            Taken += read;
            return read;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => Taken;
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
