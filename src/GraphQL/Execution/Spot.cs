namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Where in the response a value stands. Its path is made only when somebody asks for it.</summary>
internal ref struct Spot
{
    private readonly ResponsePath? parent;
    private readonly string? name;
    private readonly int index;
    private ResponsePath? path;

    /// <summary>The field of an object.</summary>
    public Spot(ResponsePath? parent, string name)
    {
        this.parent = parent;
        this.name = name;
    }

    /// <summary>The item of a list.</summary>
    public Spot(ResponsePath? parent, int index)
    {
        this.parent = parent;
        this.index = index;
    }

    private Spot(ResponsePath? path)
    {
        this.path = path;
        index = -1;
    }

    /// <summary>A spot whose path is known; null for the root.</summary>
    public static Spot At(ResponsePath? path) => new(path);

    public ResponsePath? Path => path is not null || index < 0 ? path : path = new ResponsePath(parent, (object?)name ?? index);
}
