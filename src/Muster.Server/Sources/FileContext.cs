using System.Globalization;

namespace Muster.Server.Sources;

/// <summary>What is known of a file beside its rows.</summary>
/// <param name="ChangedAt">When somebody last wrote to it.</param>
/// <param name="Tenant">Whose rows without a tenant are; null: each names one.</param>
internal sealed record FileContext(FileShape Shape, string Name, DateTimeOffset ChangedAt, string? Tenant)
{
    public IEnumerable<string> Required => Shape.Required.Where(name => name != Field.Tenant || Tenant is null);

    public string PlaceOf(int line) => string.Create(CultureInfo.InvariantCulture, $"{Name}, line {line}");
}
