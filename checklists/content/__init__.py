"""What practice asks, as dated and sourced TOML."""
