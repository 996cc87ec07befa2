namespace Muster.Domain.Sources;

/// <summary>
/// What a source says of an object: a record for each <see cref="ObjectKind"/>. References to other objects are
/// external ids of the same source. Two are equal when <see cref="SourceJson"/> writes them alike.
/// </summary>
public abstract record SourceContent;
