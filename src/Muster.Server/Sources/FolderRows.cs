using System.Runtime.CompilerServices;
using Muster.Domain.Sources;

namespace Muster.Server.Sources;

/// <summary>All rows of a folder's files, kind by kind, in memory that does not grow with them. Used once.</summary>
/// <param name="tenant">Whose rows are that name none: by external id or name; null: each names one.</param>
internal sealed class FolderRows(FolderLook look, string? tenant)
{
    /// <exception cref="SourceAwayException">A file was changed meanwhile: what it says is not to be used.</exception>
    public async IAsyncEnumerable<SourceRow> ReadAsync([EnumeratorCancellation] CancellationToken token)
    {
        var (isTenantSaid, named) = (tenant is null, new List<string>());
        foreach (var shape in FileShape.All)
        {
            var seen = new SeenIds();
            foreach (var file in look.Files.Where(file => file.Shape == shape))
            {
                await foreach (var row in ReadAsync(file, seen, token))
                {
                    isTenantSaid |= row.Given is { Kind: ObjectKind.Tenant } said && said.ExternalId == tenant;
                    named.AddRange(TenantsCalled(tenant, row));
                    yield return row;
                }
            }

            if (isTenantSaid)
            {
                continue;
            }

            // Tenants are read first, and people may write one by its name: a second of that name is nobody's wish.
            isTenantSaid = true;
            if (named is [var only])
            {
                tenant = only;
            }
            else
            {
                yield return new SourceObject(ObjectKind.Tenant, tenant!, null, null, new SourceTenant(tenant!));
            }
        }
    }

    /// <summary>The rows of the files of one kind.</summary>
    public async IAsyncEnumerable<SourceRow> ReadAsync(
        ObjectKind kind, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var row in ReadAsync(token))
        {
            var of = row.Given?.Kind ?? row.Rejected?.Kind;
            if (of == kind)
            {
                yield return row;
            }
        }
    }

    private async IAsyncEnumerable<SourceRow> ReadAsync(
        FolderFile file, SeenIds seen, [EnumeratorCancellation] CancellationToken token)
    {
        await using var stream = file.Open();
        using var text = new Utf8Text(stream, file.Name);
        var reading = new RowReading(new FileContext(file.Shape, file.Name, file.ChangedAt, tenant), seen);
        var rows = file.IsYaml
            ? new YamlRows(text, file.Shape, file.Name).Read().ToAsyncEnumerable()
            : new CsvRows(text, file.Name).ReadAsync(token);
        await using var each = rows.GetAsyncEnumerator(token);
        while (await NextAsync(file, each))
        {
            foreach (var row in reading.Read(each.Current))
            {
                yield return row;
            }
        }

        if (file.IsChanged())
        {
            throw file.WasChanged();
        }
    }

    private static IEnumerable<string> TenantsCalled(string? name, SourceRow row) =>
        row.Given is { Content: SourceTenant said } given && said.Name == name ? [given.ExternalId] : [];

    // Of a file that is being written, the end is missing: that is no fault of it.
    private static async ValueTask<bool> NextAsync(FolderFile file, IAsyncEnumerator<FileRow> rows)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (SourceBrokenException) when (file.IsChanged())
        {
            throw file.WasChanged();
        }
    }
}
