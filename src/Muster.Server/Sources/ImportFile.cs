using System.Runtime.CompilerServices;
using Muster.Domain.Sources;

namespace Muster.Server.Sources;

/// <summary>One file of people that somebody brings in by hand, read as a folder's files are.</summary>
public static class ImportFile
{
    /// <param name="people">CSV in UTF-8; stays open.</param>
    /// <param name="name">What the file is called, for the places of what is refused.</param>
    /// <param name="tenant">Whose rows without a tenant are; null: each names one.</param>
    /// <param name="at">When the file says so.</param>
    /// <exception cref="SourceBrokenException">The file as a whole cannot be used.</exception>
    public static async IAsyncEnumerable<SourceRow> ReadAsync(
        Stream people, string name, string? tenant, DateTimeOffset at, [EnumeratorCancellation] CancellationToken token)
    {
        using var text = new Utf8Text(people, name);
        var reading = new RowReading(new FileContext(FileShape.People, name, at, tenant), new SeenIds());
        await foreach (var row in new CsvRows(text, name).ReadAsync(token))
        {
            foreach (var read in reading.Read(row))
            {
                yield return read;
            }
        }
    }
}
