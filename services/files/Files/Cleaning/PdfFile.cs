using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;
using PdfSharp.Pdf.IO;

namespace DanVan.Files.Cleaning;

/// <summary>
/// PDF, written again from the objects that its pages need: no Info, no XMP, no former versions. What would run or fetch something, and files inside the file, are
/// refused; so is one that asks for a password, since nobody could look into it.
/// </summary>
static class PdfFile
{
    // The whole document is in memory while it is written again, so one is at a time.
    static readonly SemaphoreSlim One = new(1);

    static readonly string[] ActiveKeys = ["/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/XFA", "/RichMediaContent"];
    static readonly string[] ActiveActions =
    [
        "/JavaScript",
        "/Launch",
        "/ImportData",
        "/SubmitForm",
        "/GoToE",
        "/GoToR",
        "/Rendition",
        "/RichMediaExecute",
    ];
    static readonly string[] Describing = ["/Metadata", "/PieceInfo", "/LastModified"];

    public static void Clean(Stream from, Stream to, FileLimits limits)
    {
        One.Wait();
        try
        {
            PdfStreams.Check(from, limits.Unpacked);
            from.Position = 0;
            using var document = Open(from);
            foreach (var item in document.Internals.GetAllObjects())
                Look(item, 0);
            document.Info.Elements.Clear();
            // PDFsharp seeks in what it writes.
            using var written = new MemoryStream();
            document.Save(written, closeStream: false);
            written.Position = 0;
            written.CopyTo(to);
        }
        finally
        {
            One.Release();
        }
    }

    static PdfDocument Open(Stream from)
    {
        try
        {
            var document = PdfReader.Open(from, PdfDocumentOpenMode.Modify);
            return document.PageCount > 0 ? document : throw new InvalidDataException();
        }
        catch (PdfReaderException refused) when (refused.Message.Contains("password", StringComparison.OrdinalIgnoreCase))
        {
            throw new FaultyFile(FileFault.Locked);
        }
        catch (Exception broken) when (broken is not (FaultyFile or OutOfMemoryException))
        {
            // Whatever a reader of a format so wide stumbles over is a fault of the file.
            throw new FaultyFile(FileFault.Broken);
        }
    }

    static string? NameOf(PdfItem? item) =>
        item switch
        {
            PdfName name => name.Value,
            PdfNameObject name => name.Value,
            PdfReference { Value: PdfNameObject name } => name.Value,
            _ => null,
        };

    const int Deepest = 100;

    static void Look(PdfItem? item, int depth)
    {
        if (depth > Deepest)
            throw new InvalidDataException();
        switch (item)
        {
            case PdfDictionary dictionary:
                foreach (var key in Describing)
                    dictionary.Elements.Remove(key);
                if (ActiveKeys.Any(dictionary.Elements.ContainsKey) || ActiveActions.Contains(NameOf(dictionary.Elements["/S"])))
                    throw new FaultyFile(FileFault.Active);
                foreach (var value in dictionary.Elements.Values)
                    Look(value, depth + 1);
                break;
            case PdfArray array:
                foreach (var value in array.Elements)
                    Look(value, depth + 1);
                break;
        }
    }
}
