using Muster.Domain.Sources;

namespace Muster.Storage.Directories;

/// <summary>Which objects a list shows.</summary>
/// <param name="Tenant">Empty for all.</param>
public sealed record DirectoryFilter(ObjectKind Kind, string Tenant, bool IncludeRemoved);
